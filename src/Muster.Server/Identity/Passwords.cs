using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Muster.Domain.Outcomes;
using IdentityOptions = Muster.Server.Options.IdentityOptions;

namespace Muster.Server.Identity;

/// <summary>
/// Hashes, checks and makes passwords, by the framework's hasher (PBKDF2, HMAC-SHA512). A password keeps the rounds
/// that it was hashed with.
/// </summary>
public sealed class Passwords(IdentityOptions options)
{
    // No characters that look alike: people type these once from a piece of paper.
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int FirstPasswordLength = 16;

    private static readonly object Anybody = new();

    private readonly PasswordHasher<object> _hasher = new(Microsoft.Extensions.Options.Options.Create(
        new PasswordHasherOptions { IterationCount = options.PasswordRounds }));

    // Checked when there is no such user, so that an unknown name takes as long as a wrong password.
    private string? _nobody;

    public static string NewFirst() => RandomNumberGenerator.GetString(Letters, FirstPasswordLength);

    public string Hash(string password) => _hasher.HashPassword(Anybody, password);

    public bool Matches(string? hash, string password) =>
        _hasher.VerifyHashedPassword(Anybody, hash ?? Nobody(), password) != PasswordVerificationResult.Failed
        && hash is not null;

    public FieldChecks Check(string field, string password, string userName) => new FieldChecks()
        .That(password.Length >= options.PasswordLength && password.Length <= 200, field,
            $"must have {options.PasswordLength} to 200 characters.")
        .That(!password.Contains(userName, StringComparison.OrdinalIgnoreCase), field,
            "must not contain the user name.")
        .That(password.Distinct().Count() >= 5, field, "must have at least five different characters.");

    private string Nobody() => LazyInitializer.EnsureInitialized(ref _nobody, () => Hash(NewFirst()));
}
