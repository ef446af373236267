-- Which of several ways to authenticate a connection was made with.

-- The name of its connection parameter set; empty for one of a connector that offers one way.
ALTER TABLE connections ADD COLUMN parameter_set TEXT NOT NULL DEFAULT '';
-- Client secrets of sets were kept by the number of the set, and used for nothing. They are kept by its name from now on: by
-- number a secret would come to another set as soon as sets are moved.
DELETE FROM client_secrets WHERE place LIKE '/properties/connectionParameterSets/values/%';
-- What is kept of a sign-in says the set, too. Those under way, ten minutes old at most, are begun again.
DELETE FROM oauth_sign_ins;
