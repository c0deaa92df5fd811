export { errorCode, explainError } from '../../host/src/errors.ts';

/** Something outside the program that keeps it from going on: told in one line, and no defect of ours. */
export function failure(message: string): Error {
  return Object.assign(new Error(message), { name: 'Failure' });
}

export function isFailure(error: unknown): error is Error {
  return error instanceof Error && error.name === 'Failure';
}
