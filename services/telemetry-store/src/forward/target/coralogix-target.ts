import { type ForwardTarget, type TargetFault, textOf, type Variables } from './forward-target.ts';
import { isHeaderValue } from './header-list.ts';

/** `eu1.coralogix.com`: labels and dots, without a scheme and without `ingress.` before it. */
const DOMAIN = /^(?!ingress\.)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

const LABELS = { 'cx-application-name': 'CX_APPLICATION_NAME', 'cx-subsystem-name': 'CX_SUBSYSTEM_NAME' } as const;

/** The account at Coralogix that the variables `CX_…` name; null where they name none. */
export const coralogixTarget = (
  variables: Variables,
  faults: TargetFault[],
): Pick<ForwardTarget, 'name' | 'url' | 'headers'> | null => {
  const [token, domain] = [textOf(variables, 'CX_TOKEN'), textOf(variables, 'CX_DOMAIN')];
  if (token === '' && domain === '') return null;
  const before = faults.length;
  const fault = (variable: string, message: string): void => void faults.push({ variable, message });
  if (token === '') fault('CX_TOKEN', 'expected the Send-Your-Data key for CX_DOMAIN');
  if (domain === '') fault('CX_DOMAIN', 'expected the domain that CX_TOKEN is for, such as eu1.coralogix.com');
  else if (!DOMAIN.test(domain)) fault('CX_DOMAIN', 'expected a domain such as eu1.coralogix.com');
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  for (const [header, variable] of Object.entries(LABELS)) {
    const label = textOf(variables, variable);
    if (label !== '') headers[header] = label;
    if (!isHeaderValue(label)) fault(variable, 'expected characters of a header');
  }
  if (!isHeaderValue(token)) fault('CX_TOKEN', 'expected characters of a header');
  if (faults.length > before) return null;
  return { name: 'coralogix', url: new URL(`https://ingress.${domain}`), headers };
};
