/** The types by which handlers `satisfies` the contract. */
import type { MethodOutput, MethodsOfKind, ParsedInput } from '../../../shared/contract.ts';
import type { ReadContext, WriteContext } from '../context.ts';

export type QueryHandlers = {
  [M in MethodsOfKind<'query'>]: (
    context: ReadContext,
    input: ParsedInput<M>,
  ) => MethodOutput<M> | Promise<MethodOutput<M>>;
};

/**
 * Slow work of a command, done before its transaction so that it does not hold it; failing here ends the command. The
 * handler finds the result in its context.
 */
export type Preparations = {
  [M in MethodsOfKind<'command'>]?: (context: ReadContext, input: ParsedInput<M>) => Promise<void>;
};

/** Commands are synchronous: they run inside one transaction. */
export type CommandHandlers = {
  [M in MethodsOfKind<'command'>]: (context: WriteContext, input: ParsedInput<M>) => MethodOutput<M>;
};

/** They run alone, and take the workspace itself in hand through the context's backups. */
export type ExclusiveHandlers = {
  [M in MethodsOfKind<'exclusive'>]: (
    context: ReadContext,
    input: ParsedInput<M>,
  ) => Promise<MethodOutput<M>>;
};
