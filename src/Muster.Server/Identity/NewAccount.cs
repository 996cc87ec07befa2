using Muster.Domain.Identity;
using Muster.Domain.Outcomes;

namespace Muster.Server.Identity;

/// <summary>
/// An account to be made. Without a password it gets a random first one; either has to be changed, or not.
/// </summary>
public sealed record NewAccount(string UserName, string DisplayName, string? Email, IReadOnlyList<GrantRequest> Grants)
{
    public string? Password { get; init; }

    public bool MustChangePassword { get; init; } = true;

    public Refusal? Check() => new FieldChecks()
        .Text("user_name", UserName, 1, 100)
        .That(!UserName.Contains(' ', StringComparison.Ordinal), "user_name", "must not contain spaces.")
        .Text("display_name", DisplayName, 1, 200)
        .Email("email", Email)
        .Refusal;

    public User User(DateTimeOffset at) => new()
    {
        Id = new UserId(Guid.CreateVersion7(at)),
        UserName = UserName,
        DisplayName = DisplayName,
        Email = Email,
        MustChangePassword = MustChangePassword,
        CreatedAt = at,
    };
}
