import { parentPort } from 'node:worker_threads';

// Runs beside the server, which may end it: what a file does here holds up nobody.
parentPort?.on(
  'message',
  async ({ bytes, isWorkbook }: { bytes: Uint8Array; isWorkbook: boolean }) => {
    if (isWorkbook) {
      const { readXlsx } = await import('./read-xlsx.ts');
      return parentPort?.postMessage(readXlsx(bytes));
    }
    const { readCsv } = await import('./read-csv.ts');
    const { TABLE_LIMITS } = await import('./table-limits.data.ts');
    parentPort?.postMessage(readCsv(bytes, TABLE_LIMITS.rows));
  },
);
