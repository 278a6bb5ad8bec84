import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { closeCodes, closeRule, localCodes, refusalCodes } from '../../../webapp/holdfast/codes.js';

const contract = readFileSync(new URL('../../docs/protocol-v1.md', import.meta.url), 'utf8');
const reconnect = { yes: 'yes', no: 'no', 'log in': 'login' };

/** Rows of the contract's tables that match. */
function rows(pattern) {
  return [...contract.matchAll(pattern)].map(([, ...cells]) => cells);
}

describe('codes', () => {
  it('has the close codes of the contract (section 5.1)', () => {
    const table = rows(/^\| (\d{4}) \| `(\w+)` \| (yes|no|log in) \|/gm);
    assert.ok(table.length > 10, 'the contract has a table of close codes');
    const expected = table.map(([code, name, word]) => [code, { name, reconnect: reconnect[word] }]);
    assert.deepEqual(closeCodes, Object.fromEntries(expected));
  });

  it('has the refusals of the contract (section 4)', () => {
    const table = rows(/^\| `(\w+)` \| (yes|no) \|/gm);
    assert.ok(table.length > 10, 'the contract has a table of refusals');
    const expected = table.map(([code, word]) => [code, { retryable: word === 'yes' }]);
    assert.deepEqual(refusalCodes, Object.fromEntries(expected));
  });

  it('reconnects after a code that is not listed (section 5.1)', () => {
    assert.deepEqual(closeRule(4999), { name: '4999', reconnect: 'yes' });
  });

  it('gives none of its own names to two things', () => {
    for (const code of Object.keys(localCodes)) assert.equal(Object.hasOwn(refusalCodes, code), false, code);
  });
});
