// The attachments of a record: small pictures, what each is, and a place to drop more.

import { Button, Group, Modal, Text } from '@mantine/core';
import { IconDownload, IconFile, IconFileTypePdf, IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import type { AttachmentView, RecordView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownSize } from '../components/shown-size.ts';
import { Waiting } from '../components/waiting.tsx';
import type { Desk } from '../desk/desk.ts';
import { problemOf } from '../desk/desk-problem.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import type { AddFiles } from './add-files.tsx';
import classes from './records.module.css';
import { makeThumbnail } from './thumbnails.ts';
import { useObjectUrl } from './use-object-url.ts';

type Props = { readonly view: RecordView; readonly kind: Kind; readonly adding: AddFiles };

export function AttachmentsPanel({ view, kind, adding }: Props) {
  const { t } = useWords();
  const [shown, setShown] = useState<AttachmentView | null>(null);
  return (
    <>
      {view.mayEdit && (
        <div className={classes.drop}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPaperclip size={14} aria-hidden />}
            onClick={() => adding.open()}
          >
            {t('records.chooseFiles')}
          </Button>
          <div>{t('records.dropHint')}</div>
        </div>
      )}
      {view.attachments.length === 0 ? (
        <EmptyState compact title={t('records.noFiles')} />
      ) : (
        <div className={classes.files}>
          {view.attachments.map((attachment) => (
            <FileTile
              key={attachment.id}
              view={view}
              kind={kind}
              attachment={attachment}
              onOpen={() => setShown(attachment)}
            />
          ))}
        </div>
      )}
      {shown !== null && <Viewer view={view} attachment={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function FileTile({
  view,
  kind,
  attachment,
  onOpen,
}: {
  readonly view: RecordView;
  readonly kind: Kind;
  readonly attachment: AttachmentView;
  readonly onOpen: () => void;
}) {
  const { say, t } = useWords();
  const role = kind.attachmentRoles[attachment.role];
  return (
    <button
      type="button"
      className={classes.file}
      onClick={onOpen}
      data-attachment={attachment.name}
      title={attachment.note === '' ? attachment.name : `${attachment.name} · ${attachment.note}`}
    >
      <span className={classes.thumb}>
        <Thumbnail view={view} attachment={attachment} />
      </span>
      <span className={classes.fileName}>{role ? say(role) : attachment.role}</span>
      <span className={classes.fileMeta}>
        {attachment.present ? `${attachment.name} · ${shownSize(attachment.size)}` : t('records.fileAbsent')}
      </span>
      <span className={classes.fileMeta} data-file-delivery={attachment.delivery}>
        <FileDelivery attachment={attachment} />
      </span>
    </button>
  );
}

/** Where the bytes are; nothing is said while there is no centre to bring them to. */
function FileDelivery({ attachment }: { readonly attachment: AttachmentView }) {
  const { t, language } = useWords();
  const { queries } = useDesk();
  const { data } = useAsk(queries.delivery.counters.queryOptions());
  if (attachment.refused !== null) return problemWords(attachment.refused, language);
  if (data === undefined || data.centre.access === 'not_enrolled') return null;
  if (attachment.delivery !== 'open') return t(`records.fileDelivery.${attachment.delivery}`);
  return t(attachment.present ? 'records.fileDelivery.here' : 'records.fileDelivery.coming');
}

function Thumbnail({ view, attachment }: { readonly view: RecordView; readonly attachment: AttachmentView }) {
  const desk = useDesk();
  const { data } = useQuery({
    queryKey: ['thumbnail', attachment.hash],
    queryFn: () => thumbnailOf(desk, view.id, attachment),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: attachment.present,
  });
  const address = useObjectUrl(data ?? null);
  if (address !== null) return <img src={address} alt="" />;
  return attachment.media === 'application/pdf' ? (
    <IconFileTypePdf size={28} aria-hidden />
  ) : (
    <IconFile size={28} aria-hidden />
  );
}

/** The kept small picture, or one made now and kept for the next time. */
async function thumbnailOf({ calls }: Desk, id: string, attachment: AttachmentView): Promise<File | null> {
  const kept = await calls.attachments.thumbnail({ id, attachment: attachment.id });
  if (kept !== null || !attachment.media.startsWith('image/')) return kept;
  const made = await makeThumbnail(await calls.attachments.read({ id, attachment: attachment.id }));
  if (made !== null) await calls.attachments.keepThumbnail({ hash: attachment.hash, file: made });
  return made;
}

function Viewer({
  view,
  attachment,
  onClose,
}: {
  readonly view: RecordView;
  readonly attachment: AttachmentView;
  readonly onClose: () => void;
}) {
  const { calls, shell } = useDesk();
  const { t } = useWords();
  const { data, error } = useQuery({
    queryKey: ['attachment', attachment.hash],
    queryFn: () => calls.attachments.read({ id: view.id, attachment: attachment.id }),
    gcTime: 0,
  });
  const isPicture = attachment.media.startsWith('image/');
  const address = useObjectUrl(isPicture ? (data ?? null) : null);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={attachment.name}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {error !== null && <ProblemNotice problem={problemOf(error)} />}
      {data === undefined && error === null && <Waiting />}
      {address !== null && (
        <img
          className={classes.picture}
          src={address}
          alt={attachment.note === '' ? attachment.name : attachment.note}
        />
      )}
      <Group justify="space-between" mt="sm">
        <Text size="sm" c="dimmed">
          {isPicture ? attachment.note : t('records.cannotShow')}
        </Text>
        <Button
          variant="default"
          disabled={data === undefined}
          leftSection={<IconDownload size={15} aria-hidden />}
          onClick={() => data !== undefined && void shell.saveFile(data)}
        >
          {t('records.saveCopy')}
        </Button>
      </Group>
    </Modal>
  );
}
