using System.Security.Cryptography;
using Muster.Domain.Outcomes;
using Muster.Server.Options;
using Hasher = Microsoft.AspNetCore.Identity.PasswordHasher<object>;
using Verification = Microsoft.AspNetCore.Identity.PasswordVerificationResult;

namespace Muster.Server.Identity;

/// <summary>
/// Hashes, checks and makes passwords, by the framework's hasher (PBKDF2, HMAC-SHA512, 100,000 rounds).
/// </summary>
public sealed class Passwords(IdentityOptions options)
{
    // No characters that look alike: people type these once from a piece of paper.
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int FirstPasswordLength = 16;

    private static readonly Hasher Framework = new();
    private static readonly object Anybody = new();

    // Checked when there is no such user, so that an unknown name takes as long as a wrong password.
    private static readonly Lazy<string> Nobody = new(() => Framework.HashPassword(Anybody, NewFirst()));

    public static string NewFirst() => RandomNumberGenerator.GetString(Letters, FirstPasswordLength);

    public static string Hash(string password) => Framework.HashPassword(Anybody, password);

    public static bool Matches(string? hash, string password) =>
        Framework.VerifyHashedPassword(Anybody, hash ?? Nobody.Value, password) != Verification.Failed
        && hash is not null;

    public FieldChecks Check(string field, string password, string userName) => new FieldChecks()
        .That(password.Length >= options.PasswordLength && password.Length <= 200, field,
            $"must have {options.PasswordLength} to 200 characters.")
        .That(!password.Contains(userName, StringComparison.OrdinalIgnoreCase), field,
            "must not contain the user name.")
        .That(password.Distinct().Count() >= 5, field, "must have at least five different characters.");
}
