/** A no: the server's, with a code of the protocol, or this library's own, with one of `localCodes`. */
export class Refusal extends Error {
  /**
   * @param {string} code one of `refusalCodes` or `localCodes`
   * @param {string} message for the person, as the server wrote it
   * @param {{status?: number, retryAfter?: number|null, id?: string}} [more]  HTTP status (0: none), wait in ms, and
   *   client message id
   */
  constructor(code, message, { status = 0, retryAfter = null, id } = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
    this.id = id;
  }
}
