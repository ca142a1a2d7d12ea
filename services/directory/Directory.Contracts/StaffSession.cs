namespace DanVan.Directory.Contracts.V1;

/// <summary>A member of staff signed in to an application of the platform.</summary>
/// <param name="SessionId">Identity of the session; access tokens of it carry it as <c>sid</c>.</param>
/// <param name="AccountId">Who signed in.</param>
/// <param name="App">The client_id of the application.</param>
public sealed record StaffSessionStarted(Guid SessionId, Guid AccountId, string App);

/// <summary>A session ended: it is refreshed no more, and access tokens of it end within ten minutes.</summary>
/// <param name="SessionId">Identity of the session.</param>
/// <param name="AccountId">Whose it was.</param>
/// <param name="Reason">
/// SIGNED_OUT, PASSWORD_CHANGED, PASSWORD_RESET, DISABLED, EXPIRED; or TOKEN_REUSED and CODE_REUSED: a refresh token or a code came a second time, so one of
/// those who sent it has stolen it.
/// </param>
public sealed record StaffSessionEnded(Guid SessionId, Guid AccountId, string Reason);
