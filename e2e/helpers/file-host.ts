/** Where the mock service says that files lie. Nobody has this name: the mock service plays that host. */
export const FILE_HOST = 'https://files.countersign.test'
