namespace Muster.Server.Options;

/// <summary>Signing in.</summary>
public sealed record IdentityOptions : ICheckedOptions
{
    [Option("How long a person stays signed in.", Unit = "h", Min = 0.1, Max = 720)]
    public double SessionHours { get; init; } = 12;

    [Option("Wrong passwords in a row that lock an account.", Min = 1, Max = 100)]
    public int LockoutAttempts { get; init; } = 5;

    [Option("How long a locked account refuses every password.", Unit = "min", Min = 0.1, Max = 1440)]
    public double LockoutMinutes { get; init; } = 15;

    [Option("Shortest password a person may choose.", Unit = "characters", Min = 8, Max = 128)]
    public int PasswordLength { get; init; } = 10;

    [Option("Rounds of PBKDF2 by which a password is hashed when it is set.", Min = 1_000, Max = 10_000_000)]
    public int PasswordRounds { get; init; } = 100_000;

    [Option("Life of an access token when its client sets none.", Unit = "min", Min = 1, Max = 43_200)]
    public int TokenMinutes { get; init; } = 60;

    [Option("Longest life a client may be given for its access tokens.", Unit = "min", Min = 1, Max = 525_600)]
    public int MaxTokenMinutes { get; init; } = 43_200;

    public IEnumerable<string> Check()
    {
        if (TokenMinutes > MaxTokenMinutes)
        {
            yield return $"Identity:TokenMinutes ({TokenMinutes}) is more than "
                + $"Identity:MaxTokenMinutes ({MaxTokenMinutes}).\n"
                + "Maybe raise the second or lower the first.";
        }
    }
}
