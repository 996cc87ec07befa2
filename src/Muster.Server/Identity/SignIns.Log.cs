namespace Muster.Server.Identity;

public sealed partial class SignIns
{
    [LoggerMessage(LogEvents.SignedIn, LogLevel.Information, "{UserName} signed in from {Address}.")]
    private partial void SignedIn(string userName, string? address);

    [LoggerMessage(LogEvents.SignInRefused, LogLevel.Warning,
        "Sign-in of \"{UserName}\" from {Address} refused: {Reason}")]
    private partial void SignInRefused(string userName, string? address, string reason);
}
