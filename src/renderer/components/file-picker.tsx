/** A button that asks for files: the system's dialog where the door has one, which gives one at a time, else the page's. */
import { Button, type ButtonProps, FileButton } from '@mantine/core';
import { useRef } from 'react';
import type { GrantedFile } from '../../shared/contract.ts';
import { done, type Failure, type Outcome } from '../../shared/errors.ts';
import { call } from '../api/client.ts';
import { receiveFile } from '../api/files.ts';
import { useWorkspace } from '../app/workspace.ts';

/** A file that a person has chosen; its bytes are handed over when they are wanted. */
export interface ChosenFile {
  name: string;
  receive: () => Promise<Outcome<GrantedFile>>;
}

export function chosenFiles(files: Iterable<File>): ChosenFile[] {
  return Array.from(files, (file) => ({ name: file.name, receive: () => receiveFile(file) }));
}

interface FilePickerProps {
  label: string;
  /** Of the page's file field, for those who cannot see it. */
  fieldLabel: string;
  /** What the page's field offers, «.docx,.doc»; the core judges a file by its bytes. */
  accept: string;
  multiple?: boolean;
  /** Which of the system's dialogs is asked. */
  dialog?: 'host.chooseFile' | 'host.chooseArchive' | 'host.chooseBackup';
  look?: Pick<ButtonProps, 'variant' | 'size' | 'disabled'>;
  /** Never empty. */
  onFiles: (files: ChosenFile[]) => void;
  onFailure: (failure: Failure) => void;
}

export function FilePicker(props: FilePickerProps) {
  const { label, fieldLabel, accept, multiple = false, look = {}, onFiles, onFailure } = props;
  const { dialog = 'host.chooseFile' } = props;
  const reset = useRef<() => void>(null);
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);

  const ask = async () => {
    const outcome = await call(dialog, {});
    if (!outcome.ok) return onFailure(outcome.error);
    const { file } = outcome.value;
    if (file) onFiles([{ name: file.name, receive: async () => done(file) }]);
  };
  const take = (chosen: File | File[] | null) => {
    const files = chosenFiles([chosen ?? []].flat());
    // Otherwise the same file, saved once more meanwhile, could not be chosen again.
    reset.current?.();
    if (files.length > 0) onFiles(files);
  };

  if (nativeDialogs) {
    return (
      <Button {...look} onClick={() => void ask()}>
        {label}
      </Button>
    );
  }
  return (
    <FileButton
      resetRef={reset}
      multiple={multiple}
      onChange={take}
      accept={accept}
      inputProps={{ 'aria-label': fieldLabel }}
    >
      {(field) => (
        <Button {...field} {...look}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}
