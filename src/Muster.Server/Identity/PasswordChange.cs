using Muster.Domain.Outcomes;

namespace Muster.Server.Identity;

/// <summary>A person's wish for another password.</summary>
public readonly record struct PasswordChange(string Current, string Next)
{
    public Refusal? Check(Passwords rules, string userName) => rules.Check("new_password", Next, userName)
        .That(Next != Current, "new_password", "must differ from the current one.")
        .Refusal;
}
