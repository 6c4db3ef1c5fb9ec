// ruleid: comment-suppression-javascript
run(); // eslint-disable-line no-floating-promises
// ruleid: comment-suppression-javascript
// @ts-ignore the token has no type
// ok: comment-suppression-javascript
run(); // eslint-disable-line max-len
// ok: comment-suppression-javascript
// eslint is used here

/**
 * Waits.
 * // ruleid: doc-parameter-missing-block
 * @param {number} limit the most
 * // ok: doc-parameter-missing-block
 * @param {number} size how much
 */
function wait(size) {
}

/**
 * // ok: doc-parameter-missing-block
 * @param {number} size how much
 */
export async function later(size) {
}

/**
 * // ruleid: doc-parameter-missing-block
 * @param {string} token who asks
 */
export function open(path) {
}

/**
 * // ruleid: doc-default-differs-block
 * @param {number} [timeout=30] seconds
 */
function pause(timeout = 60) {
}

/**
 * // ruleid: doc-default-differs-block
 * @param {boolean} [verify=true] whether the certificate is checked
 */
function connect(host, verify = false) {
}

/**
 * // ok: doc-default-differs-block
 * @param {number} [timeout=60] seconds
 */
function rest(timeout = 60) {
}

/**
 * // ok: doc-default-differs-block
 * @param {number} [timeout] seconds
 */
function sleep(timeout = 60) {
}
