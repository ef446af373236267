import { type IncomingMessage, type Server as HttpServer, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** The client that the provider knows. */
export const client = { id: "joiner", secret: "a-secret-of-joiners-0123456789" };

/** Seconds that an access token lives. */
const lifetime = 4;

/** A certified identity provider on this machine, with the API that its tokens are for. */
export class IdentityProvider {
  /** How often a token was renewed. */
  refreshes = 0;
  /** Why token requests were refused. */
  readonly refusals: string[] = [];
  private provider?: Provider;
  private wantsBasic = false;

  private constructor(
    readonly host: string,
    private readonly http: HttpServer,
  ) {}

  static async start(): Promise<IdentityProvider> {
    let identity: IdentityProvider;
    const http = createServer((request, response) => {
      identity.answer(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
    await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
    identity = new IdentityProvider(`127.0.0.1:${(http.address() as AddressInfo).port}`, http);
    return identity;
  }

  get origin(): string {
    return `http://${this.host}`;
  }

  /** Registers the client with its redirect URL, and how it is to prove itself. */
  register(redirectUrl: string, proof: "body" | "basic"): void {
    this.wantsBasic = proof === "basic";
    this.provider = new Provider(this.origin, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: [redirectUrl],
          grant_types: ["authorization_code", "refresh_token"],
          response_types: ["code"],
          token_endpoint_auth_method: proof === "basic" ? "client_secret_basic" : "client_secret_post",
        },
      ],
      cookies: { keys: ["a key for the cookies of a test"] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, interaction) => `/agree/${interaction.uid}` },
      issueRefreshToken: async () => true,
      findAccount: async (_, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
      pkce: { required: () => true },
      ttl: { AccessToken: lifetime, Grant: 3600, IdToken: 600, Interaction: 600, RefreshToken: 3600, Session: 3600 },
    });
    this.provider.on("grant.success", ({ oidc }) => {
      this.refreshes += oidc.params?.grant_type === "refresh_token" ? 1 : 0;
    });
    this.provider.on("grant.error", (_, error) => this.refusals.push(error.message));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { provider } = this;
    if (!provider) {
      response.writeHead(503).end();
    } else if (request.url === "/favicon.ico") {
      response.writeHead(204).end();
    } else if (request.url === "/token" && this.wantsBasic && !request.headers.authorization) {
      // The library takes both from every client that has a secret.
      this.refusals.push("invalid_client");
      response.writeHead(401, { "content-type": "application/json" }).end('{"error":"invalid_client"}');
    } else if (request.url?.startsWith("/v1/")) {
      const token = await provider.AccessToken.find(request.headers.authorization?.replace("Bearer ", "") ?? "");
      response.writeHead(token?.isValid ? 200 : 401, { "content-type": "application/json" });
      response.end(JSON.stringify({ signedIn: token?.accountId ?? null }));
    } else if (request.url?.startsWith("/agree/")) {
      await this.agree(provider, request, response);
    } else {
      await provider.callback()(request, response);
    }
  }

  private async agree(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === "GET") {
      response.writeHead(200, { "content-type": "text/html" });
      response.end('<!doctype html><title>Agree</title><form method="post"><button>Agree</button></form>');
      return;
    }
    const { params } = await provider.interactionDetails(request, response);
    const grant = new provider.Grant({ accountId: "ada", clientId: client.id });
    grant.addOIDCScope(String(params.scope));
    const consent = { grantId: await grant.save() };
    await provider.interactionFinished(request, response, { login: { accountId: "ada" }, consent });
  }

  async stop(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((done) => this.http.close(done));
  }
}
