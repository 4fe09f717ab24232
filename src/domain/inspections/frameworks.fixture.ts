import framework2018 from '../../../db/reference/inspection-frameworks/2018.json' with {
  type: 'json',
};
import framework2021 from '../../../db/reference/inspection-frameworks/2021.json' with {
  type: 'json',
};
import framework2025 from '../../../db/reference/inspection-frameworks/2025.json' with {
  type: 'json',
};
import type { Framework } from './framework.ts';
import { loadedFramework } from './loaded-framework.ts';

/** The shipped frameworks, the newest first, for tests. */
export const frameworks: readonly Framework[] = [framework2025, framework2021, framework2018].map(
  (json) => {
    const loaded = loadedFramework(json);
    if (loaded.kind === 'refused') throw new Error(loaded.problems.join('\n'));
    return loaded.framework;
  },
);

/** A shipped framework by its id. */
export function shipped(id: string): Framework {
  const framework = frameworks.find((one) => one.id === id);
  if (!framework) throw new Error(`There is no framework ${id}`);
  return framework;
}
