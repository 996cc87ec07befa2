using Muster.Domain.Identity;
using Muster.Domain.Outcomes;

namespace Muster.Server.Identity;

/// <summary>What to change of an account; null leaves as it is. An empty e-mail removes it.</summary>
/// <param name="ExpectedVersion">The version the change was made from; null to change whatever is there.</param>
public sealed record AccountChange(long? ExpectedVersion, string? DisplayName, string? Email, bool? Disabled)
{
    public Refusal? Check() => new FieldChecks()
        .Text("display_name", DisplayName, 1, 200)
        .Email("email", Email is "" ? null : Email)
        .Refusal;

    public User Apply(User user) => user with
    {
        DisplayName = DisplayName ?? user.DisplayName,
        Email = Email is "" ? null : Email ?? user.Email,
        Disabled = Disabled ?? user.Disabled,
    };
}
