// What the language server is started with, by the settings of the editor.

/**
 * @param {{ readonly command: unknown, readonly source: unknown }} settings `clearspan.command` and `clearspan.source`
 * @returns {{ readonly command: string, readonly args: readonly string[] }}
 */
const serverCommand = ({ command, source }) => ({
  command: typeof command === 'string' && command.trim() !== '' ? command.trim() : 'clearspan',
  args: ['lsp', ...(Array.isArray(source) ? source.filter((arg) => typeof arg === 'string') : [])],
});

module.exports = { serverCommand };
