import { ErrorCodes, Message, type MessageStrategy, type RequestMessage } from 'vscode-languageserver';

/** Answers with the refusal that is put in its parameters: the strategy below can only rewrite a message, not reply. */
export const RefusedRequest = 'ai-system/refused';

type Next = Parameters<MessageStrategy['handleMessage']>[1];

export interface Refusal {
  readonly code: number;
  readonly message: string;
}

/** The order of a session, which the library leaves to us: nothing before `initialize`, nothing after `shutdown`. */
export class Lifecycle implements MessageStrategy {
  private phase: 'new' | 'running' | 'shut down' = 'new';

  get isShutDown(): boolean {
    return this.phase === 'shut down';
  }

  handleMessage(message: Message, next: Next): ReturnType<Next> {
    if (Message.isRequest(message)) {
      const refusal = this.refusal(message);
      if (refusal !== undefined) return next({ ...message, method: RefusedRequest, params: refusal } as RequestMessage);
      if (message.method === 'initialize') this.phase = 'running';
      if (message.method === 'shutdown') this.phase = 'shut down';
    } else if (Message.isNotification(message) && this.phase !== 'running') {
      if (message.method !== 'exit' && message.method !== '$/cancelRequest') return undefined;
    }
    return next(message);
  }

  private refusal({ method }: RequestMessage): Refusal | undefined {
    switch (this.phase) {
      case 'new':
        if (method === 'initialize') return undefined;
        return { code: ErrorCodes.ServerNotInitialized, message: `"${method}" came before "initialize".` };
      case 'running':
        if (method !== 'initialize') return undefined;
        return { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already.' };
      case 'shut down':
        return { code: ErrorCodes.InvalidRequest, message: `"${method}" came after "shutdown".` };
    }
  }
}
