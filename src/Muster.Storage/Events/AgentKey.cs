namespace Muster.Storage.Events;

/// <summary>By what a source calls an agent.</summary>
/// <param name="IsLogin">What the agent signs in with at a switch; else an employee number, user name or external
/// id.</param>
/// <param name="Switch">Of a login; null: any switch of the tenant.</param>
public readonly record struct AgentKey(Guid Tenant, bool IsLogin, Guid? Switch, string Text);
