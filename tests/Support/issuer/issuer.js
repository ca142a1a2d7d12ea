// A certified OpenID Connect issuer on loopback: node issuer.js <port>. It gives access tokens as JWT (RFC 9068) for the client credentials grant with a
// resource indicator (RFC 8707). POST /test/rotate?keep=true|false changes its keys; POST /test/id-token signs an ID token with them.
import { createServer } from "node:http";
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { Provider } from "oidc-provider";
import { SignJWT, importJWK } from "jose";

const port = Number(process.argv[2]);
const issuer = `http://127.0.0.1:${port}`;
const scopes = ["directory.read", "directory.admin", "petitions.read", "petitions.write"];
// What the issuer knows of its clients; the name of the claim is its own.
const units = { central: undefined, province: "ADMINISTRATIVE:41", neighbour: "ADMINISTRATIVE:42", nowhere: "ADMINISTRATIVE:99" };

const newKey = () => ({
  ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }),
  kid: randomUUID(),
  use: "sig",
  alg: "RS256",
});

const start = (keys) => {
  const provider = new Provider(issuer, {
    jwks: { keys },
    scopes,
    clients: Object.keys(units).map((id) => ({
      client_id: id,
      client_secret: `secret-of-${id}`,
      grant_types: ["client_credentials"],
      response_types: [],
      redirect_uris: [],
      scope: scopes.join(" "),
    })),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, resource) => ({
          scope: scopes.join(" "),
          audience: resource,
          accessTokenFormat: "jwt",
          accessTokenTTL: 600,
          jwt: { sign: { alg: "RS256" } },
        }),
      },
    },
    extraTokenClaims: (_, token) => ({ don_vi: units[token.clientId], quota: "bulk" }),
  });
  return { keys, handle: provider.callback() };
};

let current = start([newKey()]);

const idToken = async (audience) => {
  const [key] = current.keys;
  return new SignJWT({ nonce: "n", don_vi: units.province, scope: "petitions.read" })
    .setProtectedHeader({ alg: "RS256", kid: key.kid, typ: "JWT" })
    .setIssuer(issuer)
    .setSubject("somebody")
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime("5m")
    .sign(await importJWK(key, "RS256"));
};

createServer(async (request, response) => {
  const url = new URL(request.url, issuer);
  if (request.method !== "POST" || !url.pathname.startsWith("/test/")) return current.handle(request, response);
  if (url.pathname === "/test/rotate")
    current = start(url.searchParams.get("keep") === "true" ? [newKey(), ...current.keys] : [newKey()]);
  response.end(url.pathname === "/test/id-token" ? await idToken(url.searchParams.get("audience")) : "");
}).listen(port, "127.0.0.1", () => console.log("listening"));
