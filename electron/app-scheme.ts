import { SECURITY_HEADERS } from "./headers.ts";
import { resolveAppUrl } from "./policy.ts";
import { type ResourceRoots, readResource } from "./resources.ts";

/** The answer to a request under `app://`: a file of the app or of a sample region, or a bare refusal. */
export async function answerAppRequest(
  request: Pick<Request, "method" | "url">,
  roots: ResourceRoots,
): Promise<Response> {
  const address = resolveAppUrl(request.method, request.url);
  if ("status" in address) return new Response(null, { status: address.status, headers: SECURITY_HEADERS });
  const resource = await readResource(address.path, roots);
  if (resource === null) return new Response(null, { status: 404, headers: SECURITY_HEADERS });
  const body = request.method === "HEAD" ? null : new Uint8Array(resource.bytes);
  return new Response(body, { headers: { ...SECURITY_HEADERS, "Content-Type": resource.type } });
}
