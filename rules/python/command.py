import asyncio
import os
import shlex
import subprocess

from flask import Flask, request

app = Flask(__name__)
TOOL = "/usr/bin/tool"
ACTIONS = {"start": "systemctl start app", "stop": "systemctl stop app"}


@app.route("/ping/<host>")
def ping(host):
    # ruleid: python-command-from-request
    os.system("ping -c 1 " + host)
    # ruleid: python-command-from-request
    subprocess.run(f"ping -c 1 {host}", shell=True)
    # ruleid: python-command-from-request
    subprocess.check_output(["sh", "-c", "ping -c 1 " + host])
    # ok: python-command-from-request
    subprocess.run(["ping", "-c", "1", host])
    # ok: python-command-from-request
    os.system("ping -c 1 " + shlex.quote(host))
    # ok: python-command-from-request
    os.system("uptime")


def lookup():
    name = request.args.get("name")
    command = ["dig"]
    command.append(name)
    # ruleid: python-command-from-request
    os.popen("dig %s" % name)
    # ruleid: python-program-from-request
    subprocess.Popen(name)
    # ruleid: python-program-from-request
    subprocess.Popen([name, "--version"])
    # ok: python-program-from-request
    subprocess.Popen(["dig", name])
    arguments = ["dig", name]
    # ok: python-program-from-request
    subprocess.Popen(arguments)
    # ruleid: python-program-from-request
    os.execvp(request.form["program"], ["x"])
    # ok: python-command-from-request
    os.system("renice %d" % int(name))
    # ok: python-command-from-request
    os.system(ACTIONS[name])
    if name in ("a", "b"):
        # ok: python-command-from-request
        os.system("show " + name)
    name = "fixed"
    # ok: python-command-from-request
    os.system("show " + name)


async def lookup_later(request):
    # ruleid: python-command-from-request
    await asyncio.create_subprocess_shell("dig " + request.query_params["name"])
    # ok: python-command-from-request
    await asyncio.create_subprocess_exec("dig", request.query_params["name"])


def archive(path, target, level):
    # ruleid: python-shell-command-from-parameter
    os.system("tar cf {} {}".format(target, path))
    command = "tar cf "
    command += target
    # ruleid: python-shell-command-from-parameter
    subprocess.call(command, shell=True)
    # ruleid: python-shell-command-from-parameter
    subprocess.getoutput(path)
    # ok: python-shell-command-from-parameter
    subprocess.call(["tar", "cf", target, path])
    # ok: python-shell-command-from-parameter
    os.system("tar cf %s" % shlex.quote(path))
    # ok: python-shell-command-from-parameter
    os.system("nice -n %d true" % int(level))
    # ok: python-shell-command-from-parameter
    os.system("sync")


def of_attributes(self):
    # ruleid: python-shell-command-interpolated
    os.system("rm -rf %s" % self.path)
    # ruleid: python-shell-command-interpolated
    subprocess.check_call(f"rm -rf {self.path}", shell=True)
    text = "rm -rf {}".format(self.path)
    # ruleid: python-shell-command-interpolated
    subprocess.run(text, shell=True, check=True)
    # ruleid: python-shell-command-interpolated
    self.client.exec_command("cat " + self.path)
    # ok: python-shell-command-interpolated
    os.system("rm -rf %s" % shlex.quote(self.path))
    # ok: python-shell-command-interpolated
    subprocess.check_call(["rm", "-rf", f"{self.path}"])
    # ok: python-shell-command-interpolated
    os.system("kill %d" % self.pid)
    # ok: python-shell-command-interpolated
    os.system(TOOL + " --version")
    # ok: python-shell-command-interpolated
    os.system("echo " + "done")


def of_unknown(self):
    command = self.command()
    # ruleid: python-shell-of-variable
    subprocess.run(command, shell=True)
    # ruleid: python-shell-of-variable
    subprocess.Popen(self.line, stdout=subprocess.PIPE, shell=True)
    # ok: python-shell-of-variable
    subprocess.run(command)
    # ok: python-shell-of-variable
    subprocess.run("ls | wc -l", shell=True)
    # ok: python-shell-of-variable
    subprocess.run(TOOL, shell=True)
    # ok: python-shell-of-variable
    subprocess.run(command, shell=False)


def clone():
    # ruleid: python-argument-of-program-from-request
    subprocess.run(["git", "clone", request.form["url"], "/srv/clone"])
    # ruleid: python-argument-of-program-from-request
    subprocess.check_output(["curl", request.args["url"]])
    # ok: python-argument-of-program-from-request
    subprocess.run(["git", "clone", "--", request.form["url"], "/srv/clone"])
    # ok: python-argument-of-program-from-request
    subprocess.run(["git", "status", "/srv/clone"])
    # ok: python-argument-of-program-from-request
    subprocess.run(["git", "log", "-n", str(int(request.args["n"]))])
