namespace Muster.Server.Options;

/// <summary>Rate limits of the API, per access token, session or, before sign-in, network address.</summary>
public sealed record LimitOptions
{
    [Option("Requests a minute that a caller may make on the average.",
        Unit = "requests/min", Min = 1, Max = 10_000_000)]
    public int RequestsPerMinute { get; init; } = 6000;

    [Option("Requests that a caller may make at once.", Unit = "requests", Min = 1, Max = 1_000_000)]
    public int Burst { get; init; } = 1000;

    [Option("Sign-ins and token requests a minute from one address.", Unit = "requests/min", Min = 1, Max = 1_000_000)]
    public int SignInsPerMinute { get; init; } = 60;

    [Option("How long the answer to a POST with an Idempotency-Key is kept.", Unit = "h", Min = 1, Max = 720)]
    public double IdempotencyHours { get; init; } = 24;
}
