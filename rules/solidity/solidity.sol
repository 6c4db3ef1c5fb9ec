// ruleid: solidity-compiler-floating
pragma solidity ^0.8.0;
// ruleid: solidity-compiler-floating
pragma solidity >=0.7.0;
// ok: solidity-compiler-floating
pragma solidity 0.8.26;
// ok: solidity-compiler-floating
pragma abicoder v2;

contract Bank {
    function a() public {
        // ruleid: solidity-origin-as-sender
        require(tx.origin == owner);
        // ruleid: solidity-origin-as-sender
        if (owner != tx.origin) revert();
        // ok: solidity-origin-as-sender
        require(msg.sender == owner);
        // ok: solidity-origin-as-sender
        require(msg.sender == tx.origin);
        // ruleid: solidity-call-result-ignored
        payable(to).send(1 ether);
        // ruleid: solidity-call-result-ignored
        target.call{value: 1}("");
        // ok: solidity-call-result-ignored
        (bool ok, ) = target.call{value: 1}("");
        // ok: solidity-call-result-ignored
        payable(to).transfer(1 ether);
        // ruleid: solidity-random-from-block
        uint seed = uint(keccak256(abi.encode(block.timestamp, msg.sender)));
        // ruleid: solidity-random-from-block
        uint winner = block.prevrandao % players.length;
        // ok: solidity-random-from-block
        uint until = block.timestamp + 1 days;
        // ok: solidity-random-from-block
        bytes32 id = keccak256(abi.encode(name));
    }

    function withdraw() public {
        // ruleid: solidity-state-after-call
        (bool ok, ) = msg.sender.call{value: balances[msg.sender]}("");
        require(ok);
        balances[msg.sender] = 0;
    }

    function take(uint n) public {
        // ruleid: solidity-state-after-call
        (bool ok, ) = msg.sender.call{value: n}("");
        deposits[msg.sender] -= n;
    }

    function withdrawRight() public {
        uint n = balances[msg.sender];
        balances[msg.sender] = 0;
        // ok: solidity-state-after-call
        (bool ok, ) = msg.sender.call{value: n}("");
    }

    function pay(address to) public {
        // ok: solidity-state-after-call
        (bool ok, ) = to.call{value: 1}("");
        require(ok);
    }

    // ruleid: solidity-delegatecall-to-given
    function run(address code, bytes calldata data) external {
        code.delegatecall(data);
    }

    // ruleid: solidity-delegatecall-to-given
    function runToo(bytes calldata data, address payable code) external returns (bool) {
        (bool ok, ) = code.delegatecall(data);
        return ok;
    }

    // ok: solidity-delegatecall-to-given
    function runFixed(bytes calldata data) external {
        implementation.delegatecall(data);
    }

    // ok: solidity-delegatecall-to-given
    function ask(address code, bytes calldata data) external {
        code.staticcall(data);
    }

    // ruleid: solidity-open-to-everybody
    function end() public {
        selfdestruct(payable(msg.sender));
    }

    // ruleid: solidity-open-to-everybody
    function setOwner(address next) external {
        owner = next;
    }

    // ok: solidity-open-to-everybody
    function endRight() public onlyOwner {
        selfdestruct(payable(owner));
    }

    // ok: solidity-open-to-everybody
    function setOwnerRight(address next) external {
        require(msg.sender == owner);
        owner = next;
    }

    // ruleid: solidity-removed-guard
    function close() public onlyOwner {
        // ruleid: solidity-removed-guard
        require(state == 1 && msg.sender == owner);
        // ok: solidity-removed-guard
        require(state == 1);
    }

    // ok: solidity-removed-guard
    function look() public view {
    }
}
