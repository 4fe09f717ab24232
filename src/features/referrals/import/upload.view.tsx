import type { FormFault } from '../../../domain/form-fault.ts';
import { Button, FileUpload } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { errorOf } from '../../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';

/** Choosing the file with a police list. */
export function UploadPage({
  shell,
  errors,
  mostMegabytes,
}: {
  readonly shell: PageShell;
  readonly mostMegabytes: number;
  readonly errors: readonly FormFault[];
}): Html {
  return (
    <Page
      title="Import a list"
      shell={shell}
      errors={errors}
      back={{ href: urls.referrals.inbox, text: 'Referrals' }}
    >
      <h1 class="govuk-heading-l">Import a list</h1>
      <p class="govuk-body">
        Use the file as police sent it: title rows, blank rows and mixed dates do no harm. Nothing
        is made until you have seen, row by row, what will happen.
      </p>
      <PostForm action={urls.referrals.upload} enctype="multipart/form-data" class="fh-form">
        <FileUpload
          id="file"
          name="file"
          label={{ text: 'The list', classes: 'govuk-label--m' }}
          hint={{ text: `CSV or Excel workbook (.xlsx), up to ${mostMegabytes} MB` }}
          attributes={{ accept: '.csv,.txt,.xlsx' }}
          {...errorOf(errors, 'file')}
        />
        <div class="fh-actions">
          <Button text="Read the list" />
        </div>
      </PostForm>
    </Page>
  );
}
