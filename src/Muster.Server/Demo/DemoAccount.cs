using Muster.Domain.Identity;

namespace Muster.Server.Demo;

/// <summary>An account to look around with.</summary>
public sealed record DemoAccount(string UserName, string DisplayName, BuiltInRole Role);
