/** The British dictionary: `-ise`, not `-ize`; 50,000 stems from SCOWL by way of npm, so it works without a network. */
import dictionary from 'dictionary-en-gb'
import Typo from 'typo-js'
import type { IsWord } from './spelling.ts'

/** Answers: the dictionary, ready to be asked. It takes about 0.15 s and 50 MB, so it is loaded only when there is work. */
export function openDictionary(): IsWord {
  const text = new TextDecoder()
  const speller = new Typo('en_GB', text.decode(dictionary.aff), text.decode(dictionary.dic))
  return (word) => speller.check(word)
}
