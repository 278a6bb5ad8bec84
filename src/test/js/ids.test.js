import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { messageId } from '../../../webapp/holdfast/ids.js';

describe('messageId', () => {
  it('has the form of a client message id (section 1)', () => {
    assert.match(messageId(globalThis.crypto), /^[A-Za-z0-9_-]{8,64}$/);
  });

  it('is never the same twice', () => {
    const ids = Array.from({ length: 1000 }, () => messageId(globalThis.crypto));
    assert.equal(new Set(ids).size, 1000);
  });

  it('needs nothing that a page on plain http has not', () => {
    const bytes = { getRandomValues: (array) => array.fill(10) };
    assert.equal(messageId(bytes), '0a'.repeat(16));
  });
});
