import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { joinedForm } from '../tokens/normal-form.ts';

const SECRET =
  '(pins?|pin (?:code|number)s?|passwords?|passcodes?|passphrases?|(?:(?:access|session|api|auth|bearer|refresh|security) )?tokens?|cvv2?s?|cvcs?|(?:credit |debit )?card numbers?|pan|security codes?|(?:one[- ]time|login) (?:codes?|passwords?)|otps?|tans?|secrets?|(?:secret|private|api) keys?|credentials?|ssns?|social security numbers?)';
const ASK =
  "(?:what(?:'s| is| was| are| were)|tell (?:me|us)|show (?:me|us)|give (?:me|us)|send (?:me|us)|get (?:me|us)?|read (?:me|out)|print|reveal|look up|find(?: out)?|i (?:need|want)|do you know|do we know|(?:can|could) (?:you|i) (?:tell|show|give|get|see|have)(?: me| us)?)";
const OWN = '(?:(?:the|a|an|his|her|their|my|your|our|its|full|current|actual|real|last|old|new|clear|plain)\\s+)*';
const LED = '^(?:(?:and|but|so|ok|okay|please|hey|hi|just|now)[\\s,]+)*';
const FORMS: readonly RegExp[] = [
  // "what is the PIN of dev-7f31?", "password for user u-7"
  new RegExp(`${LED}(?:${ASK} )?${OWN}${SECRET} (?:of|for|from|belonging to|used by|that belongs to) \\S`, 'i'),
  // "dev-7f31's PIN"
  new RegExp(
    `${LED}(?:${ASK} )?(?:[\\w-]+ ){0,2}\\S+['’]s? (?:(?:full|current|actual|card) )?${SECRET}(?: please| now)*[\\s?.!]*$`,
    'i',
  ),
  // "which password does u-7 use?"
  new RegExp(
    `${LED}(?:which|what|whose) ${SECRET} (?:does|do|did|has|have|had|is|was) \\S.*\\b(?:have|has|use|used|enter|entered|type|typed|set|got|get)[\\s?.!]*$`,
    'i',
  ),
  // "show me the card numbers used yesterday"
  new RegExp(
    `${LED}${ASK} ${OWN}((?:credit |debit )?card numbers|passwords|passcodes|pin (?:codes|numbers)|security codes|social security numbers|ssns|cvvs?|cvcs?)(?: (?:that|which) (?:were|was|are|we have))?(?: (?:used|entered|typed|stored|saved|given|on file))?\\b(?! (?:changed|reset|rotated|failed|rejected|that failed))`,
    'i',
  ),
  // "what is his PIN?"
  new RegExp(`${LED}${ASK} (?:his|her|their|its) ${SECRET}[\\s?.!]*$`, 'i'),
];

/** A secret of somebody that is asked for by its name and that no field of the data is called; null where none is. */
export const secretAsked = (question: string, index: CatalogIndex): string | null => {
  for (const form of FORMS) {
    const said = form.exec(question)?.[1];
    if (said === undefined) continue;
    const names = [said, said.replace(/s$/i, '')].map((name) => joinedForm(name.toLowerCase()));
    if (!names.some((name) => index.fieldNames.has(name) || index.nameEnds.has(name))) return said;
  }
  return null;
};
