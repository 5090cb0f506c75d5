/** What a parameter `$p.name` stands for: a text, several texts, or null where the caller leaves the choice open. */
export type ParameterValue = string | readonly string[] | null;
