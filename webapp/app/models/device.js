/** What a browser says that it is, by the word that only it says. Edge and Chrome say Safari too: the order counts. */
const BROWSERS = { 'Edg/': 'Edge', 'OPR/': 'Opera', 'Firefox/': 'Firefox', 'Chrome/': 'Chrome', 'Safari/': 'Safari' };
const SYSTEMS = {
  Windows: 'Windows',
  Android: 'Android',
  iPhone: 'iPhone',
  iPad: 'iPad',
  'Mac OS X': 'macOS',
  Linux: 'Linux',
};

/**
 * What a person calls the device of a login, from its `User-Agent`; for a program its own name. Anybody can say
 * anything there.
 */
export function deviceName(userAgent) {
  const parts = [find(BROWSERS, userAgent), find(SYSTEMS, userAgent)].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : userAgent.split(/[ /]/)[0];
}

function find(names, text) {
  const sign = Object.keys(names).find((key) => text.includes(key));
  return sign && names[sign];
}
