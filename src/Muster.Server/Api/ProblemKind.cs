namespace Muster.Server.Api;

/// <summary>Every kind of problem that the API answers with.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">Its name for programs: <c>urn:muster:problem:stale</c>.</param>
/// <param name="Title">Its name for people.</param>
public sealed record ProblemKind(int Status, string Type, string Title)
{
    public static readonly ProblemKind Invalid = new(400, "invalid", "Invalid request");
    public static readonly ProblemKind NotSignedIn = new(401, "not-signed-in", "Not signed in");
    public static readonly ProblemKind Forbidden = new(403, "forbidden", "Not allowed");
    public static readonly ProblemKind NotFound = new(404, "not-found", "Not found");
    public static readonly ProblemKind MethodNotAllowed = new(405, "method-not-allowed", "Method not allowed");
    public static readonly ProblemKind Conflict = new(409, "conflict", "Conflict");
    public static readonly ProblemKind Diverged = new(409, "diverged", "Changed in two places");
    public static readonly ProblemKind CursorRefused = new(410, "cursor-refused", "Cursor refused");
    public static readonly ProblemKind Stale = new(412, "stale", "Changed meanwhile");
    public static readonly ProblemKind TooLarge = new(413, "too-large", "Request too large");
    public static readonly ProblemKind NotJson = new(415, "not-json", "Not JSON");
    public static readonly ProblemKind KeyReused = new(422, "idempotency-key-reused", "Idempotency-Key used before");
    public static readonly ProblemKind TooMany = new(429, "too-many-requests", "Too many requests");
    public static readonly ProblemKind Internal = new(500, "internal", "Internal error");
    public static readonly ProblemKind NotYet = new(503, "not-yet-here", "This node is behind");
    public static readonly ProblemKind DatabaseAway = new(503, "database-away", "The database does not answer");
}
