using PersonalDataHub.Hub.FunctionalTests.Registrants;

namespace PersonalDataHub.Hub.FunctionalTests.Databases;

public sealed class FindRegistrantOnPostgreSqlTests(PostgreSqlHub shared) : FindRegistrantTests(shared), IClassFixture<PostgreSqlHub>;

public sealed class IdentityCasesOnPostgreSqlTests(PostgreSqlHub shared) : IdentityCasesTests(shared), IClassFixture<PostgreSqlHub>;
