import { api, dataOf, Refused, type Problem } from '../../api/client.ts';
import type { FileServer, SendingHooks } from './upload-store.ts';
import { refusedByServer } from './upload-words.ts';

const HTTP_NOT_FOUND = 404;
const HTTP_BROKEN = 500;

/** The API behind uploads. */
export const fileServer: FileServer = {
  send: sendFile,
  look: async (id) =>
    dataOf(await api.GET('/api/v1/attachments/{id}', { params: { path: { id } }, cache: 'no-store' })),
  meaningOf: (failure) => {
    if (!(failure instanceof Refused)) return 'passing';
    const { status, retryAfterS } = failure.problem;
    if (status >= HTTP_BROKEN || retryAfterS !== undefined) return 'passing';
    return status === HTTP_NOT_FOUND ? 'gone' : refusedByServer(failure.problem);
  },
};

/** By XMLHttpRequest, because fetch does not tell how much of a body has gone. */
function sendFile(file: File, key: string, { progress, signal }: SendingHooks): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/attachments?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', key);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      progress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () => {
      const answer = jsonOf(request.responseText);
      if (request.status === HTTP_CREATED && typeof answer['id'] === 'string') resolve(answer['id']);
      else reject(new Refused(problemOf(request, answer)));
    });
    for (const failure of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(failure, () => reject(new Error(`the upload ended: ${failure}`)));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

const HTTP_CREATED = 201;

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    // A proxy that answers for the API answers in its own words; the status says enough.
    return {};
  }
}

function problemOf(request: XMLHttpRequest, answer: Readonly<Record<string, unknown>>): Problem {
  const { code, title, detail } = answer;
  const retryAfter = request.getResponseHeader('retry-after');
  return {
    status: request.status,
    code: typeof code === 'string' ? code : `http-${request.status}`,
    title: typeof title === 'string' ? title : '文件没有传上',
    ...(typeof detail === 'string' ? { detail } : {}),
    ...(retryAfter === null ? {} : { retryAfterS: Number(retryAfter) }),
  };
}
