import { expect, test } from 'vitest';
import { thanksSentence, unnamedReader } from '@/lib/catalogue/thanks-words';

test.each([
  [['Rea Der'], 'Thanks to Rea Der, a reader, for the correction.'],
  [['Rea Der', 'Li Ber'], 'Thanks to Rea Der and Li Ber, readers, for the correction.'],
  [[unnamedReader], 'Thanks to a reader for the correction.'],
  [[unnamedReader, unnamedReader], 'Thanks to 2 readers for the correction.'],
  [[unnamedReader, 'Rea Der'], 'Thanks to Rea Der and another reader for the correction.'],
  [[unnamedReader, 'Rea Der', unnamedReader], 'Thanks to Rea Der and 2 other readers for the correction.'],
])('readers are thanked by name where they gave one: %j', (thanks, sentence) => {
  expect(thanksSentence(thanks)).toBe(sentence);
});

test('where nobody is to be thanked, nothing is said', () => {
  expect(thanksSentence([])).toBeNull();
});
