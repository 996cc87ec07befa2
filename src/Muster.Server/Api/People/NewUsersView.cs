namespace Muster.Server.Api.People;

/// <summary>Accounts that were made, without any right, and who got none.</summary>
public sealed record NewUsersView(IReadOnlyList<NewUserView> Made, IReadOnlyList<BulkRefusalView> Refused);
