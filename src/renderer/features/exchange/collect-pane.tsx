/** 收回填报表: hand files over, decide what needs deciding, take the numbers in. */
import { Button, Group, Text } from '@mantine/core';
import { type DragEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { call } from '../../api/client.ts';
import { receiveFile } from '../../api/files.ts';
import { notify } from '../../app/notices.ts';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { translate } from '../../i18n/index.ts';
import { AskForWorkbooks } from './ask-for-workbooks.tsx';
import { type AcceptedNumbers, createCollectStore, type HandedFile } from './collect-store.ts';
import { CollectedFiles } from './collected-files.tsx';
import styles from './exchange.module.css';
import { isOutdated, takenItems } from './preview-choices.ts';
import { PreviewTables } from './preview-tables.tsx';

/** Kept while the person looks at another part or place. */
const collect = createCollectStore(call);

export function CollectPane({ onAccepted }: { onAccepted: () => void }) {
  const { t } = useTranslation('exchange');
  const year = useReportSession((session) => session.report.year);
  const { phase, files, items, choices, failure } = useStore(collect.store);
  const book = useReportSession((session) => session.book);
  useEffect(() => collect.begin(year), [year]);
  // An undo, or a number typed meanwhile, changes what there is to decide. Asked when the numbers change and never after a
  // reading: where another window has written, the core's table and this one's differ until the report is opened anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    if (phase === 'shown' && failure === null && isOutdated(items, book, year)) void readAgain();
  }, [book]);
  const taken = takenItems(items, choices).length;
  const busy = phase === 'reading' || phase === 'accepting';

  const hand = async (handed: readonly HandedFile[]) => {
    // The preview compares with what the core has; what was typed last must be there.
    await reportSession.getState().flush();
    await collect.add(handed);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void hand(
      Array.from(event.dataTransfer.files, (file) => ({ name: file.name, receive: () => receiveFile(file) })),
    );
  };
  const accept = async () => {
    await reportSession.getState().flush();
    if (await collect.accept(adoptAccepted)) onAccepted();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first.
    <div className={styles.collect} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Group gap="sm">
        <AskForWorkbooks quiet={files.length > 0} disabled={busy} onFiles={(handed) => void hand(handed)} />
        {files.length > 0 && (
          <>
            <Button disabled={taken === 0 || busy} onClick={() => void accept()}>
              {t('collect.accept', { count: taken })}
            </Button>
            <Button variant="subtle" size="compact-sm" disabled={busy} onClick={collect.forget}>
              {t('collect.forget')}
            </Button>
          </>
        )}
      </Group>
      {failure && (
        <FailureNote failure={failure}>
          {files.length > 0 && (
            <Button variant="default" size="compact-sm" mt="xs" onClick={() => void readAgain()}>
              {t('collect.readAgain')}
            </Button>
          )}
        </FailureNote>
      )}
      {files.length === 0 ? (
        <Text className={styles.drop ?? ''} role="status">
          {t(phase === 'reading' ? 'collect.reading' : 'collect.drop')}
        </Text>
      ) : (
        <>
          <CollectedFiles files={files} items={items} />
          <PreviewTables
            files={files}
            items={items}
            choices={choices}
            onChoose={collect.choose}
            onChooseAll={collect.chooseAll}
          />
        </>
      )}
    </div>
  );
}

/** Lays the same files beside the tables as they are now, with everything typed so far in them. */
async function readAgain(): Promise<void> {
  await reportSession.getState().flush();
  await collect.read();
}

/** Shows the numbers in the tables as one step that can be undone, and says so. */
function adoptAccepted({ savedAt, previous, observations }: AcceptedNumbers): void {
  const undo = reportSession.getState().adoptObservations(previous, observations, savedAt);
  notify({
    tone: 'success',
    message: translate('exchange:collect.accepted', { count: observations.length }),
    actions: [
      {
        label: translate('common:undo'),
        run: () => {
          if (!undo()) notify({ tone: 'info', message: translate('exchange:collect.undoLater') });
        },
      },
    ],
  });
}
