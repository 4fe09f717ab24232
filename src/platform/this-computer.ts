const here = ['127.0.0.1', 'localhost', '::1', '[::1]'];

/** Whether a host is this computer: what goes there leaves over no line. */
export const isThisComputer = (host: string): boolean => here.includes(host);
