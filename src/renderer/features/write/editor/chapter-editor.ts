/** The editor of the chapter texts, without any component around it: what it knows arrives as arguments. */
import { Editor } from '@tiptap/core';
import { closeHistory, isHistoryTransaction, redoDepth, undoDepth } from '@tiptap/pm/history';
import type { Command, EditorState } from '@tiptap/pm/state';
import type { BindingAttributes, ChapterDocument } from '../../../../shared/domain/document.ts';
import type { TextHistoryEvent } from '../../../app/session/undo-actions.ts';
import { figureAsText } from '../../figure/figure-view-model.ts';
import { BasicKeys } from './basic-keys.ts';
import { BindKeys } from './bind-keys.ts';
import { BindingKeys } from './binding-keys.ts';
import type { BindingRegistry } from './binding-registry.ts';
import { type BindingWords, createBindingView } from './binding-view.ts';
import { CarriedParagraph } from './carried-paragraph.ts';
import type { ChapterStates } from './chapter-states.ts';
import { ConditionKeys, type ConditionKeysOptions } from './condition-keys.ts';
import { ConditionMark } from './condition-mark.ts';
import { createPassageView, type PassageRegistry, type PassageWords } from './condition-view.ts';
import { FigureKeys } from './figure/figure-keys.ts';
import type { FigureSource } from './figure/figure-source.ts';
import { createFigureView, type FigureWords } from './figure/figure-view.ts';
import { createIdleSave } from './idle-save.ts';
import { IndicatorDrop } from './indicator-drop.ts';
import { KeepCarried } from './keep-carried.ts';
import { OpenFacts, type OpenFactsOptions } from './open-facts.ts';
import { PlainPaste } from './plain-paste.ts';
import { BindingNode, DocumentNode, FigureNode, nodeToDocument, ParagraphNode, TextNode } from './schema.ts';
import { ShownPlace } from './shown-place.ts';
import { BindingSuggestion, type BindingSuggestionOptions } from './suggestion.ts';

export interface ChapterEditorOptions {
  element: HTMLElement;
  states: ChapterStates;
  registry: BindingRegistry;
  words: BindingWords;
  /** What assistive technology calls the text field. */
  label: string;
  /** What stands in an empty chapter to say how to begin. */
  placeholder: string;
  suggestion: BindingSuggestionOptions;
  newId: () => string;
  onBindingOpened: (bindingId: string) => void;
  conditions: { passages: PassageRegistry; words: PassageWords } & ConditionKeysOptions;
  onBindWanted: () => void;
  /** The binding that an indicator dropped into the text becomes; null for an unknown one. */
  droppedBinding: (indicatorId: string) => BindingAttributes | null;
  openFacts: OpenFactsOptions;
  /** Undo and redo of the whole report were asked for in the text. */
  onUndo: () => void;
  onRedo: () => void;
  /** What became of a chapter's undo history. */
  onHistory: (chapterId: string, event: TextHistoryEvent) => void;
  figures: { source: FigureSource; words: FigureWords; onOpened: (figureId: string) => void };
  /** A chapter's text as it stands, some time after the last change. */
  save: (chapterId: string, body: ChapterDocument) => void;
}

export interface ChapterEditor {
  editor: Editor;
  /**
   * Shows a chapter; the one shown before is saved and remembered with its undo history. For the chapter already
   * shown, `body` is a text from outside that replaces what stands here.
   */
  open(chapterId: string, body: ChapterDocument): void;
  /** Whether `body` is the text of this chapter that is shown, as it was opened or last saved. */
  shows(chapterId: string, body: ChapterDocument): boolean;
  /** What the figures of the text show. */
  figures: FigureSource;
  /** What a binding shows in the text. */
  shownText(binding: BindingAttributes): string;
  /** Whether the person has put the caret anywhere since the chapter was first opened. */
  hasCaret(): boolean;
  /**
   * Changes any chapter by a step of its own document, shown or not, so that it can be undone in that chapter. `body` is
   * its text as the session has it; the result is the new text, already handed over to be saved, or null where
   * nothing was to be changed.
   */
  change(chapterId: string, body: ChapterDocument, command: Command): ChapterDocument | null;
  /** What is typed from now on is a step of its own. */
  endGroup(): void;
  /** Hands over at once what was typed. */
  flush(): void;
  destroy(): void;
}

function figureNode({ source, words }: ChapterEditorOptions['figures']) {
  const node = FigureNode.extend({
    addNodeView:
      () =>
      ({ node }) =>
        createFigureView(node, source, words),
  });
  return node.configure({
    text: (figure) => {
      const shown = source.getState().show?.(figure);
      return shown ? figureAsText(shown) : '';
    },
  });
}

function extensionsOf(options: ChapterEditorOptions, shownText: (binding: BindingAttributes) => string) {
  const { registry, words, newId, conditions } = options;
  return [
    DocumentNode,
    ParagraphNode,
    TextNode,
    BindingNode.extend({
      addNodeView:
        () =>
        ({ node }) =>
          createBindingView(node, registry, words),
    }).configure({
      show: shownText,
    }),
    figureNode(options.figures),
    ConditionMark.extend({
      addMarkView:
        () =>
        ({ mark }) =>
          createPassageView(mark, conditions.passages, conditions.words),
    }),
    ConditionKeys.configure({ onWanted: conditions.onWanted, onClicked: conditions.onClicked }),
    BindKeys.configure({ onWanted: options.onBindWanted }),
    IndicatorDrop.configure({ bindingFor: options.droppedBinding }),
    ShownPlace,
    BindingKeys.configure({ onOpened: options.onBindingOpened }),
    BasicKeys.configure({ onUndo: options.onUndo, onRedo: options.onRedo }),
    FigureKeys.configure({ onOpened: options.figures.onOpened }),
    OpenFacts.configure(options.openFacts),
    CarriedParagraph,
    KeepCarried,
    PlainPaste.configure({ newId }),
    BindingSuggestion.configure(options.suggestion),
  ];
}

/** How many groups of changes can be taken back, and done again. */
interface HistorySize {
  undo: number;
  redo: number;
}

function historySize(state: EditorState): HistorySize {
  return { undo: undoDepth(state), redo: redoDepth(state) };
}

function withGroupEnded(state: EditorState): EditorState {
  return state.apply(closeHistory(state.tr));
}

export function createChapterEditor(options: ChapterEditorOptions): ChapterEditor {
  const { states } = options;
  let shown: { chapterId: string; body: ChapterDocument } | null = null;
  const withCaret = new Set<string>();
  const shownText = (binding: BindingAttributes) => {
    const { text, state } = options.registry.show(binding);
    return state === 'missing' ? options.words.missing() : text;
  };

  const editor = new Editor({
    element: options.element,
    extensions: extensionsOf(options, shownText),
    // The style sheet brings these rules; a style element would need a hole in the content security policy.
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { delete: false, drop: false, paste: false, textDirection: false },
    coreExtensionOptions: { clipboardTextSerializer: { blockSeparator: '\n' } },
    editorProps: {
      attributes: {
        class: 'chapter-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        'data-placeholder': options.placeholder,
        spellcheck: 'false',
        autocorrect: 'off',
      },
    },
  });

  const idle = createIdleSave(() => {
    if (!shown) return;
    shown.body = nodeToDocument(editor.state.doc);
    options.save(shown.chapterId, shown.body);
  });
  let history = historySize(editor.state);
  editor.on('transaction', ({ transaction }) => {
    if (!transaction.docChanged) return;
    idle.touch();
    const before = history;
    history = historySize(editor.state);
    if (shown) tellHistory(shown.chapterId, before, history, isHistoryTransaction(transaction));
  });
  const tellHistory = (chapterId: string, before: HistorySize, after: HistorySize, isStep: boolean) => {
    if (before.undo === after.undo) return;
    options.onHistory(chapterId, !isStep ? 'begun' : after.undo < before.undo ? 'undone' : 'redone');
  };
  editor.on('blur', idle.flush);
  /** Makes those who watch the editor look again, where nothing in its text or selection has changed. */
  const tellWatchers = () => editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false));
  editor.on('focus', () => {
    if (!shown || withCaret.has(shown.chapterId)) return;
    withCaret.add(shown.chapterId);
    // Its own transaction, told before this event, was looked at when no caret had been put here yet.
    tellWatchers();
  });

  const put = (chapterId: string, body: ChapterDocument) => {
    const state = states.stateFor(chapterId, body, editor.state);
    // Ends an input method's composition, which belongs to the text that is leaving.
    if (editor.view.composing) editor.view.dom.blur();
    editor.view.updateState(state);
    shown = { chapterId, body };
    history = historySize(state);
    if (history.undo + history.redo === 0) options.onHistory(chapterId, 'replaced');
    tellWatchers();
  };
  const leave = () => {
    idle.flush();
    if (shown) states.remember(shown.chapterId, withGroupEnded(editor.state), shown.body);
  };

  return {
    editor,
    open(chapterId, body) {
      if (shown?.chapterId === chapterId) idle.cancel();
      else leave();
      put(chapterId, body);
    },
    shows: (chapterId, body) => shown?.chapterId === chapterId && shown.body === body,
    figures: options.figures.source,
    shownText,
    hasCaret: () => shown !== null && withCaret.has(shown.chapterId),
    change(chapterId, body, command) {
      if (shown?.chapterId === chapterId) {
        if (!command(editor.state, editor.view.dispatch)) return null;
        idle.flush();
        return shown.body;
      }
      let state = states.stateFor(chapterId, body, editor.state);
      const before = historySize(state);
      let isStep = false;
      const changed = command(state, (transaction) => {
        state = state.apply(transaction);
        isStep = isHistoryTransaction(transaction);
      });
      if (!changed) return null;
      tellHistory(chapterId, before, historySize(state), isStep);
      const next = nodeToDocument(state.doc);
      states.remember(chapterId, state, next);
      options.save(chapterId, next);
      return next;
    },
    endGroup: () => editor.view.dispatch(closeHistory(editor.state.tr)),
    flush: idle.flush,
    destroy() {
      leave();
      editor.destroy();
    },
  };
}
