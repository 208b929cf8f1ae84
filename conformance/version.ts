/** Name and version of the suite, as records carry it. A test holds it to `package.json`. */
export const suiteVersion = 'checkout-conformance 0.1.0'
