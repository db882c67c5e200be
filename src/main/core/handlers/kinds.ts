/** The types by which handlers `satisfies` the contract. */
import type { MethodOutput, MethodsOfKind, ParsedInput } from '../../../shared/contract.ts';
import type { ReadContext, WriteContext } from '../context.ts';

export type QueryHandlers = {
  [M in MethodsOfKind<'query'>]: (
    context: ReadContext,
    input: ParsedInput<M>,
  ) => MethodOutput<M> | Promise<MethodOutput<M>>;
};

/** Commands are synchronous: they run inside one transaction. */
export type CommandHandlers = {
  [M in MethodsOfKind<'command'>]: (context: WriteContext, input: ParsedInput<M>) => MethodOutput<M>;
};
