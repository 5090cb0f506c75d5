/** `gen_ai.provider.name` by the host of an endpoint: a name of the conventions where it is known. */
export const providerOf = (host: string): string => {
  if (host === 'api.openai.com') return 'openai';
  if (host.endsWith('.openai.azure.com')) return 'azure.ai.openai';
  if (host === 'api.mistral.ai') return 'mistral_ai';
  if (host === 'api.groq.com') return 'groq';
  if (host === 'api.deepseek.com') return 'deepseek';
  return 'openai_compatible';
};
