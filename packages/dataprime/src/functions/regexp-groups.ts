/** The names of the groups of a regular expression, in order; null for one without a name. */
export const regexpGroups = (pattern: string): readonly (string | null)[] => {
  const groups: (string | null)[] = [];
  let inClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at];
    if (char === '\\') at += 1;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') {
      inClass = true;
      // A bracket right at the beginning of a class is a member of it.
      if (pattern[at + 1] === '^') at += 1;
      if (pattern[at + 1] === ']') at += 1;
    } else if (char === '(') {
      const rest = pattern.slice(at + 1);
      const name = /^\?P?<([A-Za-z_]\w*)>/.exec(rest)?.[1];
      if (name !== undefined) groups.push(name);
      else if (!rest.startsWith('?')) groups.push(null);
    }
  }
  return groups;
};
