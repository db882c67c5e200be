/** Whether the help is shown, and what of it. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { parseRoute } from '../../app/route.ts';
import { type HelpTopicId, topicOf } from './help-topic.ts';

export interface HelpState {
  opened: boolean;
  /** Null: the list of all topics. */
  topicId: HelpTopicId | null;
  query: string;
}

export const help = createStore<HelpState>()(() => ({ opened: false, topicId: null, query: '' }));

export function useHelp<T>(selector: (state: HelpState) => T): T {
  return useStore(help, selector);
}

let returnTo: HTMLElement | null = null;

/** Opens it at the topic of the present screen. */
export function openHelp(): void {
  if (!help.getState().opened) {
    returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  }
  help.setState({ opened: true, topicId: topicOf(parseRoute(window.location.hash)), query: '' });
}

/** Closes it; the keyboard goes back to where it was. */
export function closeHelp(): void {
  help.setState({ opened: false });
  if (returnTo?.isConnected) returnTo.focus();
  returnTo = null;
}

/** Of the element that a topic's text stands in. */
export const helpTextId = 'help-text';

/** A topic is shown in place of what was found. The keyboard goes to its text: the button that asked for it is gone. */
export function showTopic(topicId: HelpTopicId | null): void {
  help.setState({ topicId, query: '' });
  document.getElementById(helpTextId)?.focus();
}
