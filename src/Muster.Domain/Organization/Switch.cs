namespace Muster.Domain.Organization;

/// <summary>A telephone system, at which agents sign in with their logins.</summary>
public sealed record Switch : TenantItem<SwitchId>;
