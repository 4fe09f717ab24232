import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { layAudit, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let child = '';
let ids: Awaited<ReturnType<typeof layAudit>>;

beforeAll(async () => {
  await asOwner(async (tx) => {
    child = await makeChild(tx, { worker: 'ama-lovelock' });
    ids = await layAudit(tx, child, { first: 'nasir-hollyoak' });
    await tx
      .insertInto('audit_feedback')
      .values({
        service_id: serviceId,
        child_id: child,
        id: newId(),
        audit_id: ids.audit,
        case_id: ids.case,
        worker_id: staffId('ama-lovelock'),
        audit_title: 'Assessing',
        framework_id: '2021',
        strengths: 'Good',
        learning: 'Some',
        judgements: '[]',
        shared_on: today,
      })
      .execute();
  });
  site = await testApp(database());
  return () => site.jobs.stop();
});

it('a page of audits that names a child stands in that child’s access log, once', async () => {
  const looks: [string, string, string, string][] = [
    ['ama-lovelock', urls.audits.feedback, urls.audits.feedback, 'named'],
    [
      'marguerite-oyelaran',
      urls.audits.supervision(staffId('ama-lovelock')),
      urls.audits.supervision(':staffId'),
      'named',
    ],
    [
      'marguerite-oyelaran',
      urls.audits.caseOne(ids.audit, ids.case),
      urls.audits.caseOne(':auditId', ':caseId'),
      'view',
    ],
  ];
  for (const [code, path, pattern, kind] of looks) {
    const answer = await (await site.as(code)).get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(await answer.text()).toContain('Testaway');
    const lines = await asOwner((tx) =>
      tx
        .selectFrom('access_log')
        .select(['staff_id', 'kind'])
        .where('child_id', '=', child)
        .where('page', '=', pattern)
        .execute(),
    );
    expect(lines, pattern).toEqual([{ staff_id: staffId(code), kind }]);
  }
});
