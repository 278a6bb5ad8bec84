/** Two soft notes, Hz, each a moment after the one before. */
const NOTES = [660, 880];
const STEP_SECONDS = 0.12;
const LENGTH_SECONDS = 0.35;
const VOLUME = 0.12;

let context = null;

/** Sounds. Browsers let a page that nobody has touched yet make none: then it is silent. */
export function chime() {
  context ??= new AudioContext();
  if (context.state === 'suspended') context.resume();
  NOTES.forEach((frequency, at) => play(frequency, context.currentTime + at * STEP_SECONDS));
}

function play(frequency, at) {
  const volume = new GainNode(context, { gain: 0 });
  const note = new OscillatorNode(context, { frequency });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(VOLUME, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + LENGTH_SECONDS);
  note.connect(volume).connect(context.destination);
  note.start(at);
  note.stop(at + LENGTH_SECONDS);
}
