/** The longest query that is read, in UTF-16 code units. */
export const queryLengthMax = 65_536;
/** How deep parentheses, calls, arrays, cases and sub-queries may stand inside one another. */
export const nestingDepthMax = 100;
/** The largest height of an expression tree: a chain of this many operators on one level reaches it. */
export const expressionHeightMax = 500;
/** More diagnostics than this are not reported: the first ones explain the rest. */
export const diagnosticCountMax = 100;
