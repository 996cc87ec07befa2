namespace Muster.Server.Local;

/// <summary>A node to start.</summary>
public sealed record LocalNodePlan(string Name, string Roles, int Port);
